package dev.fourshake.app.payload.format;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.fourshake.app.payload.PayloadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The messages of a FileDescriptorSet, as {@code protoc --include_imports --descriptor_set_out=FILE} writes it. */
public final class DescriptorFile {

    private static final long LARGEST = 16 << 20;
    private static final int IMPORT_DEPTH = 100;

    private record Known(FileTime time, SortedMap<String, Descriptor> types) {
    }

    /** The files that were read last: each packet of a topic asks for the same one. */
    private static final Map<Path, Known> CACHE = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
            return size() > 8;
        }
    };

    private DescriptorFile() {
    }

    /** The full names of the messages in {@code file}, sorted. Reads the file: not for the JavaFX thread. */
    public static List<String> messageTypes(Path file) throws PayloadException {
        return List.copyOf(types(file).keySet());
    }

    /** @throws PayloadException if the file cannot be read or has no such message */
    static Descriptor type(Path file, String name) throws PayloadException {
        Descriptor type = types(file).get(name);
        if (type == null) {
            throw Words.unreadable("descriptor.type", file.getFileName().toString(), name);
        }
        return type;
    }

    private static synchronized SortedMap<String, Descriptor> types(Path file) throws PayloadException {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            Known known = CACHE.get(file);
            if (known == null || !known.time().equals(time)) {
                known = new Known(time, read(file));
                CACHE.put(file, known);
            }
            return known.types();
        } catch (NoSuchFileException _) {
            throw Words.unreadable("descriptor.missing", file.toString());
        } catch (IOException | DescriptorValidationException broken) {
            throw Words.unreadable("descriptor.broken", file.toString(), Words.told(broken));
        }
    }

    private static SortedMap<String, Descriptor> read(Path file) throws IOException, DescriptorValidationException,
            PayloadException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw Words.unreadable("descriptor.no", file.toString());
        }
        Map<String, FileDescriptorProto> protos = new LinkedHashMap<>();
        FileDescriptorSet.parseFrom(Files.readAllBytes(file)).getFileList()
                .forEach(proto -> protos.put(proto.getName(), proto));
        Map<String, FileDescriptor> built = new HashMap<>();
        SortedMap<String, Descriptor> types = new TreeMap<>();
        for (String name : protos.keySet()) {
            build(name, protos, built, 0).getMessageTypes().forEach(type -> add(type, types));
        }
        if (types.isEmpty()) {
            throw Words.unreadable("descriptor.no", file.toString());
        }
        return types;
    }

    private static FileDescriptor build(String name, Map<String, FileDescriptorProto> protos,
            Map<String, FileDescriptor> built, int depth) throws DescriptorValidationException, PayloadException {
        FileDescriptor known = built.get(name);
        FileDescriptorProto proto = protos.get(name);
        if (known != null) {
            return known;
        }
        if (proto == null || depth > IMPORT_DEPTH) {
            throw Words.unreadable("descriptor.import", name);
        }
        List<FileDescriptor> imports = new ArrayList<>();
        for (String wanted : proto.getDependencyList()) {
            imports.add(build(wanted, protos, built, depth + 1));
        }
        FileDescriptor descriptor = FileDescriptor.buildFrom(proto, imports.toArray(FileDescriptor[]::new));
        built.put(name, descriptor);
        return descriptor;
    }

    private static void add(Descriptor type, SortedMap<String, Descriptor> types) {
        types.put(type.getFullName(), type);
        type.getNestedTypes().forEach(nested -> add(nested, types));
    }
}
