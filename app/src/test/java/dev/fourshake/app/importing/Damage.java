package dev.fourshake.app.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways in which a capture can be incomplete. */
enum Damage {
    /** Forty packets, here and there. */
    SCATTERED {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            List<byte[]> left = new ArrayList<>(whole.records());
            for (int i = 0; i < 40 && left.size() > 1; i++) {
                left.remove(random.nextInt(left.size()));
            }
            return whole.with(left);
        }
    },
    /** A share of the packets, up to a half. */
    MANY {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            double share = random.nextDouble() / 2;
            return whole.where(_ -> random.nextDouble() > share);
        }
    },
    /** Runs of packets, as a machine drops them that cannot keep up. */
    BURSTS {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            List<byte[]> left = new ArrayList<>(whole.records());
            for (int i = 0; i < 5; i++) {
                int from = random.nextInt(left.size());
                left.subList(from, Math.min(left.size(), from + 1 + random.nextInt(30))).clear();
            }
            return whole.with(left);
        }
    },
    /** It begins later. */
    LATE {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            return whole.with(whole.records().subList(random.nextInt(whole.size()), whole.size()));
        }
    },
    /** It ends earlier. */
    EARLY_END {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            return whole.with(whole.records().subList(0, 1 + random.nextInt(whole.size())));
        }
    },
    /** Begins later, and has holes. */
    LATE_WITH_HOLES {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            return SCATTERED.of(LATE.of(whole, random), random);
        }
    },
    /** Nothing was seen of what the clients sent. */
    BROKER_ALONE {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            return whole.where(PacketRecords::isFromBroker);
        }
    },
    /** Nothing was seen of what the broker sent. */
    CLIENTS_ALONE {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            return whole.where(record -> !PacketRecords.isFromBroker(record));
        }
    },
    /** Of each connection one direction at most is not seen. */
    ONE_WAY {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            int salt = random.nextInt();
            return whole.where(record -> switch (Math.floorMod((PacketRecords.clientPort(record) ^ salt) * 31, 3)) {
                case 0 -> PacketRecords.isFromBroker(record);
                case 1 -> !PacketRecords.isFromBroker(record);
                default -> true;
            });
        }
    },
    /** Of some connections the first packets are not seen. */
    NO_HANDSHAKES {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            List<byte[]> left = new ArrayList<>();
            for (byte[] record : whole.records()) {
                boolean empty = record.length < 90;
                if (!empty || random.nextInt(3) > 0) {
                    left.add(record);
                }
            }
            return whole.with(left);
        }
    },
    /** Long packets were cut off. */
    SNAPPED {
        @Override
        PacketRecords of(PacketRecords whole, Random random) {
            int length = 54 + random.nextInt(200);
            return whole.with(whole.records().stream().map(record -> whole.snapped(record, length)).toList());
        }
    };

    abstract PacketRecords of(PacketRecords whole, Random random);
}
