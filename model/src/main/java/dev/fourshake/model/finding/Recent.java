package dev.fourshake.model.finding;

import java.util.LinkedHashMap;
import java.util.Map;

/** The newest entries by exchange: what is done with in the meantime need not be removed. Writer's thread only. */
public final class Recent<V> extends LinkedHashMap<Integer, V> {

    private static final int MOST = 1024;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
        return size() > MOST;
    }
}
