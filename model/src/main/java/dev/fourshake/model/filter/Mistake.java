package dev.fourshake.model.filter;

import dev.fourshake.model.text.Message;

/**
 * Why a text is no filter.
 *
 * @param at     where in the text it goes wrong; its length where something is missing at its end
 * @param length of the wrong piece, at least 1 unless something is missing
 */
public record Mistake(int at, int length, Message message) {
}
