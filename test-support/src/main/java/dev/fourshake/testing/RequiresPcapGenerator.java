package dev.fourshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test has pcaps made by a Python script that is no part of this project, and knows the truth about them. Where
 * {@link PcapGenerator#VARIABLE} does not name it the test is skipped, or fails where {@link Requirement#REQUIRE_ALL}
 * is set.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("pcap-generator")
@RequiresProgram("python3")
@ExtendWith(PcapGeneratorCondition.class)
public @interface RequiresPcapGenerator {
}
