package dev.fourshake.app.workspace;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.fourshake.app.data.KeptFile;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The taps that the user has set up, kept in one JSON file, which is read at the start, and again before each change is
 * written: another program may have the same folder. Any thread; changing touches the disk, asking does not wait for it.
 */
public final class TapPlans {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(DeviceTls.class, Kind.class)
            .addMixIn(BrokerTls.class, Kind.class)
            .addModule(new SimpleModule()
                    .addSerializer(HostPort.class, ToStringSerializer.instance)
                    .addDeserializer(HostPort.class, new HostPortReader())
                    .registerSubtypes(new NamedType(DeviceTls.None.class, "none"),
                            new NamedType(DeviceTls.Own.class, "own"), new NamedType(DeviceTls.Pem.class, "pem"),
                            new NamedType(BrokerTls.None.class, "none"),
                            new NamedType(BrokerTls.SystemTrust.class, "system"),
                            new NamedType(BrokerTls.PemTrust.class, "pem"),
                            new NamedType(BrokerTls.Unverified.class, "unverified")))
            .build();

    /** The sealed types of the tap in JSON: an object with its kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {
    }

    private final KeptFile file;
    private final Runnable changed;
    private volatile List<TapPlan> plans = List.of();
    private volatile Message problem;
    /** Whether there are taps that the file does not know, because it could not be written. */
    private boolean unwritten;

    TapPlans(Path file, Runnable changed) {
        this.file = new KeptFile(file);
        this.changed = changed;
        read();
    }

    /** In the order in which they were saved. */
    public List<TapPlan> all() {
        return plans;
    }

    /** Why the file could not be read or written, the last time. */
    public Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** Adds it behind the others. */
    public void save(TapPlan plan) {
        become(known -> {
            List<TapPlan> next = new ArrayList<>(known);
            next.remove(plan);
            next.add(plan);
            return next;
        });
    }

    /** Puts it in the place of another one; nothing changes where that was not saved. */
    public void replace(TapPlan old, TapPlan plan) {
        become(known -> known.stream().map(each -> each.equals(old) ? plan : each).toList());
    }

    public void remove(TapPlan plan) {
        become(known -> known.stream().filter(each -> !each.equals(plan)).toList());
    }

    private void become(UnaryOperator<List<TapPlan>> change) {
        synchronized (this) {
            plans = List.copyOf(change.apply(unwritten ? plans : newest()));
            write();
        }
        changed.run();
    }

    /** What another program has written since; what we know where the file cannot tell. */
    private List<TapPlan> newest() {
        try {
            TapPlan[] read = JSON.readValue(file.read(), TapPlan[].class);
            return read == null || Arrays.asList(read).contains(null) ? plans : List.of(read);
        } catch (IOException _) {
            return plans;
        }
    }

    private void read() {
        try {
            TapPlan[] read = JSON.readValue(file.read(), TapPlan[].class);
            if (read == null || Arrays.asList(read).contains(null)) {
                keepAside();
            } else {
                plans = List.of(read);
            }
        } catch (NoSuchFileException _) {
            plans = List.of();
        } catch (JsonProcessingException broken) {
            keepAside();
        } catch (IOException unreadable) {
            problem = Message.of(TapPlans.class, "plans.unreadable", file.toString(), KeptFile.reason(unreadable));
        }
    }

    /** A file that is no list of taps is kept for the user, who may have written it by hand. */
    private void keepAside() {
        try {
            file.setAside();
            problem = Message.of(TapPlans.class, "plans.broken", file.toString(), file.aside().toString());
        } catch (IOException failure) {
            problem = Message.of(TapPlans.class, "plans.unreadable", file.toString(), KeptFile.reason(failure));
        }
    }

    private void write() {
        try {
            file.write(JSON.writeValueAsBytes(plans));
            problem = null;
            unwritten = false;
        } catch (IOException failure) {
            unwritten = true;
            problem = Message.of(TapPlans.class, "plans.unwritable", file.toString(), KeptFile.reason(failure));
        }
    }

    private static final class HostPortReader extends StdDeserializer<HostPort> {

        private static final long serialVersionUID = 1;

        private HostPortReader() {
            super(HostPort.class);
        }

        @Override
        public HostPort deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return HostPort.parse(json.getValueAsString(""));
            } catch (IllegalArgumentException _) {
                return (HostPort) context.handleWeirdStringValue(HostPort.class, json.getValueAsString(""),
                        "not of the form HOST:PORT");
            }
        }
    }
}
