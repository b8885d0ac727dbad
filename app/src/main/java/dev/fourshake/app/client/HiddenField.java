package dev.fourshake.app.client;

import java.lang.reflect.Field;

/**
 * A private field of Paho 1.2.5 that has to be put right from outside. Each use says why, and a test fails with a
 * version of Paho that has no such field, or needs it no more.
 */
record HiddenField(Field field) {

    static HiddenField of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return new HiddenField(field);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("not Paho 1.2.5", e);
        }
    }

    Object get(Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object target, boolean value) {
        try {
            field.setBoolean(target, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
