package dev.fourshake.app.payload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is another value in a tree than it was in an earlier one. Values belong together that have the same names around
 * them; of equal names the first with the first.
 */
public final class TreeChanges {

    public static final TreeChanges NONE = new TreeChanges();

    private final Map<PayloadNode, Optional<String>> changed = new IdentityHashMap<>();

    private TreeChanges() {
    }

    public static TreeChanges between(PayloadNode before, PayloadNode now) {
        TreeChanges changes = new TreeChanges();
        changes.compare(before, now);
        return changes;
    }

    /** What {@code node} was, if it is another now; an empty inside if it was not there. */
    public Optional<Optional<String>> of(PayloadNode node) {
        return Optional.ofNullable(changed.get(node));
    }

    public boolean isEmpty() {
        return changed.isEmpty();
    }

    private void compare(PayloadNode before, PayloadNode now) {
        if (!before.value().equals(now.value()) || before.kind() != now.kind()) {
            changed.put(now, Optional.of(before.value()));
        }
        Map<String, Deque<PayloadNode>> known = new HashMap<>();
        before.children().forEach(child -> known.computeIfAbsent(child.name(), _ -> new ArrayDeque<>()).add(child));
        for (PayloadNode child : now.children()) {
            Deque<PayloadNode> same = known.get(child.name());
            if (same == null || same.isEmpty()) {
                changed.put(child, Optional.empty());
            } else {
                compare(same.poll(), child);
            }
        }
    }
}
