package dev.fourshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs a real window system (context menus, drag and drop, several windows). Without one it is skipped, or
 * fails where {@link Requirement#REQUIRE_ALL} is set.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("window-system")
@ExtendWith(DisplayCondition.class)
public @interface RequiresDisplay {
}
