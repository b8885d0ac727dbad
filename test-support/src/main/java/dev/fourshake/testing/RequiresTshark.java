package dev.fourshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test starts tshark, Wireshark in the terminal; see {@link RequiresProgram}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("tshark")
@RequiresProgram("tshark")
public @interface RequiresTshark {
}
