package dev.fourshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The test starts the mosquitto broker and its two clients; see {@link RequiresProgram}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("mosquitto")
@RequiresProgram({"mosquitto", "mosquitto_pub", "mosquitto_sub"})
public @interface RequiresMosquitto {
}
