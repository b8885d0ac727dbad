package dev.fourshake.app.payload;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The messages that the user has chosen for a format that needs them.
 *
 * @param descriptor  file with a FileDescriptorSet, as {@code protoc --include_imports --descriptor_set_out} writes it
 * @param messageType full name of a message in it
 */
public record Schema(Optional<Path> descriptor, Optional<String> messageType) {

    public static final Schema NONE = new Schema(Optional.empty(), Optional.empty());
}
