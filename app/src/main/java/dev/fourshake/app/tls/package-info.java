/** What the parts that speak TLS share: whom to trust. */
package dev.fourshake.app.tls;
