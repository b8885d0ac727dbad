package dev.fourshake.app.drill;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** HiveMQ's client, which comes back by itself. It cannot be restarted. */
abstract sealed class HiveMqDevice implements DrillDevice {

    static final Maker MAKER = new Maker() {
        @Override
        public String title() {
            return "HiveMQ MQTT Client";
        }

        @Override
        public DrillDevice start(Mission mission) {
            return mission.point().version().isMqtt5() ? new V5(mission) : new V3(mission);
        }
    };

    private static final long PAUSE_MILLIS = 50;
    private static final long SESSION_SECONDS = 600;

    private final List<Bytes> received = new CopyOnWriteArrayList<>();

    private static MqttClientBuilder client(Mission mission) {
        return MqttClient.builder().identifier(mission.clientId()).serverHost(mission.address().host())
                .serverPort(mission.address().port())
                .automaticReconnect().initialDelay(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(PAUSE_MILLIS, TimeUnit.MILLISECONDS).applyAutomaticReconnect();
    }

    private static MqttQos qos(Mission mission) {
        return MqttQos.fromCode(mission.point().qos().level());
    }

    void arrived(byte[] payload) {
        received.add(Bytes.of(payload));
    }

    @Override
    public int received(Bytes payload) {
        return (int) received.stream().filter(payload::equals).count();
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException();
    }

    private static final class V3 extends HiveMqDevice {

        private final Mission mission;
        private final Mqtt3AsyncClient client;

        private V3(Mission mission) {
            this.mission = mission;
            client = client(mission).useMqttVersion3().buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, publish -> arrived(publish.getPayloadAsBytes()));
            client.connectWith().cleanSession(false).send().join();
            if (!mission.point().devicePublishes()) {
                client.subscribeWith().topicFilter(mission.topic()).qos(qos(mission)).send().join();
            }
        }

        @Override
        public void publish(Bytes payload) {
            client.publishWith().topic(mission.topic()).qos(qos(mission)).payload(payload.toArray()).send();
        }

        @Override
        public void close() {
            client.disconnect().exceptionally(_ -> null).join();
        }
    }

    private static final class V5 extends HiveMqDevice {

        private final Mission mission;
        private final Mqtt5AsyncClient client;

        private V5(Mission mission) {
            this.mission = mission;
            client = client(mission).useMqttVersion5().buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, publish -> arrived(publish.getPayloadAsBytes()));
            client.connectWith().cleanStart(false).sessionExpiryInterval(SESSION_SECONDS).send().join();
            if (!mission.point().devicePublishes()) {
                client.subscribeWith().topicFilter(mission.topic()).qos(qos(mission)).send().join();
            }
        }

        @Override
        public void publish(Bytes payload) {
            client.publishWith().topic(mission.topic()).qos(qos(mission)).payload(payload.toArray()).send();
        }

        @Override
        public void close() {
            client.disconnect().exceptionally(_ -> null).join();
        }
    }
}
