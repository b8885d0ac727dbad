package dev.fourshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test starts these programs. Where one is not installed it is skipped, or fails where
 * {@link Requirement#REQUIRE_ALL} is set. {@link Programs} tells where they are.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequiresProgram.Several.class)
@ExtendWith(ProgramCondition.class)
public @interface RequiresProgram {

    /** The names of the programs, without a folder or {@code .exe}. */
    String[] value();

    /** What the compiler wraps repeated annotations in. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(ProgramCondition.class)
    @interface Several {
        RequiresProgram[] value();
    }
}
