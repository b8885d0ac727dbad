package dev.fourshake.app.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that the command thread waits for: Paho's answer to a connect or a disconnect. The first answer counts. */
final class Attempt implements Paho.Outcome<Void> {

    /** An answer; without an error it is a good one. */
    record Answer(Optional<PahoError> error) {
    }

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    @Override
    public void done(Void result) {
        answer.complete(new Answer(Optional.empty()));
    }

    @Override
    public void failed(PahoError error) {
        fail(error);
    }

    /** @return whether this was the first answer */
    boolean fail(PahoError error) {
        return answer.complete(new Answer(Optional.of(error)));
    }

    /** The answer; empty if none came in time. */
    Optional<Answer> await(long millis) {
        try {
            return Optional.of(answer.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException | ExecutionException e) {
            return Optional.of(new Answer(Optional.of(PahoError.of(e))));
        }
    }
}
