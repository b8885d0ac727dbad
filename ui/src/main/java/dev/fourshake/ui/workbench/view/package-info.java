/** What a view is, to those who write views: {@link dev.fourshake.ui.workbench.view.ViewPart} and its site. */
package dev.fourshake.ui.workbench.view;
