package com.autoclipr.media.encoded;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Serialises [Provenance] in a [PacketFile]: the key; the number of decisions; for each the token
/// of its kind, the number of its facts, their names and values. Numbers have 4 bytes; a string is
/// its length in bytes followed by UTF-8.
final class ProvenanceText {
    private static final int MOST_DECISIONS = 1 << 16;
    private static final int MOST_FACTS = 1 << 8;
    private static final int LARGEST_TEXT_BYTES = 1 << 20;

    private ProvenanceText() {}

    static void write(DataOutputStream out, Provenance provenance) throws IOException {
        write(out, provenance.key());
        out.writeInt(provenance.decisions().size());
        for (Decision decision : provenance.decisions()) {
            write(out, decision.kind().token());
            out.writeInt(decision.facts().size());
            for (Map.Entry<Fact, String> fact : decision.facts().entrySet()) {
                write(out, fact.getKey().token());
                write(out, fact.getValue());
            }
        }
    }

    static Provenance read(DataInputStream in) throws IOException {
        String key = text(in);
        int count = PacketFile.checkedSize(in.readInt(), MOST_DECISIONS);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            decisions.add(decision(in));
        }
        return new Provenance(key, decisions);
    }

    private static Decision decision(DataInputStream in) throws IOException {
        String token = text(in);
        int count = PacketFile.checkedSize(in.readInt(), MOST_FACTS);
        SequencedMap<Fact, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Optional<Fact> fact = Fact.ofToken(text(in));
            String value = text(in);
            fact.ifPresent(known -> facts.put(known, value));
        }
        try {
            return new Decision(DecisionKind.ofToken(token), facts);
        } catch (IllegalArgumentException e) {
            throw new IOException("unknown decision kind: " + token, e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int size = PacketFile.checkedSize(in.readInt(), LARGEST_TEXT_BYTES);
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("it is truncated within a string");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
