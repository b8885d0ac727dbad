package dev.fourshake.ui.view.connections;

import dev.fourshake.app.tap.tls.RefusedCertificate;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TreeItem;

/** Keeps the tree of the Connections view as the workspace is, item by item, so that what is open stays open. */
final class EntryTree {

    /** Devices that are shown for a tap; the rest is in the Sessions view. */
    private static final int DEVICES = 200;

    private final TreeItem<Entry> root = new TreeItem<>(new Entry.Root());

    TreeItem<Entry> root() {
        return root;
    }

    void update(Workspace workspace) {
        List<Entry> top = new ArrayList<>();
        top.add(new Entry.Broker());
        for (OpenTrace source : workspace.sources()) {
            top.add(source instanceof LiveTap tap ? new Entry.Tap(tap) : new Entry.Source(source));
        }
        for (TapPlan plan : workspace.plans().all()) {
            if (workspace.taps().stream().noneMatch(tap -> tap.isOf(plan))) {
                top.add(new Entry.Plan(plan));
            }
        }
        sync(root, top);
        for (TreeItem<Entry> item : root.getChildren()) {
            if (item.getValue() instanceof Entry.Tap(LiveTap tap)) {
                sync(item, below(tap, workspace.clients()));
            }
        }
    }

    private static List<Entry> below(LiveTap tap, List<OwnClient> clients) {
        List<Entry> entries = new ArrayList<>();
        for (OwnClient client : clients) {
            if (client.tap() == tap) {
                entries.add(new Entry.Client(client));
            }
        }
        TraceSnapshot trace = tap.snapshot();
        Set<Integer> sessions = new HashSet<>();
        Set<Integer> refused = tap.tap().refusedCertificates().stream().map(RefusedCertificate::link)
                .collect(Collectors.toSet());
        List<Link> links = trace.links();
        for (int i = links.size() - 1; i >= 0 && entries.size() < DEVICES; i--) {
            Link link = links.get(i);
            boolean latest = link.session() >= 0 ? sessions.add(link.session())
                    : link.ended().isEmpty() || refused.contains(i + 1);
            if (latest) {
                entries.add(new Entry.Device(tap, i + 1));
            }
        }
        return entries;
    }

    private static void sync(TreeItem<Entry> parent, List<Entry> wanted) {
        List<Entry> present = parent.getChildren().stream().map(TreeItem::getValue).toList();
        if (present.equals(wanted)) {
            return;
        }
        Map<Entry, TreeItem<Entry>> known = new HashMap<>();
        parent.getChildren().forEach(item -> known.put(item.getValue(), item));
        List<TreeItem<Entry>> next = new ArrayList<>();
        for (Entry entry : wanted) {
            TreeItem<Entry> item = known.get(entry);
            if (item == null) {
                item = new TreeItem<>(entry);
                item.setExpanded(true);
            }
            next.add(item);
        }
        parent.getChildren().setAll(next);
    }
}
