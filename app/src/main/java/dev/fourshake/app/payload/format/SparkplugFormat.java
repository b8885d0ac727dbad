package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.Optional;

/** Sparkplug B: Protobuf with fixed messages. Aliases are resolved by the births that came before. */
public final class SparkplugFormat implements PayloadFormat {

    @Override
    public String id() {
        return "sparkplug";
    }

    @Override
    public Message name() {
        return Words.of("format.sparkplug");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.TOPIC.when(SparkplugTopic.of(hints.topic()).isPresent());
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        Rendering bare = ProtobufFormat.render(payload, SparkplugSchema.PAYLOAD, context);
        PayloadNode root = bare.tree().orElseThrow();
        SparkplugMetrics metrics = new SparkplugMetrics();
        metrics.announce(root);
        List<String> births = SparkplugTopic.of(context.hints().topic()).filter(topic -> !topic.isBirth())
                .map(SparkplugTopic::births).orElse(List.of());
        for (String birth : births) {
            Optional<Bytes> announced = context.hints().earlier().apply(birth);
            if (announced.isPresent()) {
                ProtobufFormat.render(announced.get(), SparkplugSchema.PAYLOAD, context).tree()
                        .ifPresent(metrics::announce);
            }
        }
        PayloadNode readable = metrics.readable(root);
        return new Rendering(TreeText.json(readable, context.limits().characters()), Optional.of(readable),
                Optional.empty(), bare.isCut(), bare.notes());
    }
}
