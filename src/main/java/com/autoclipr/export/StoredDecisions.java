package com.autoclipr.export;

import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was adapted while a chunk or the sound was made, kept beside it in the store: an export
/// that uses it again has the same to report.
final class StoredDecisions {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private StoredDecisions() {}

    static String write(List<Decision> decisions) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Decision decision : decisions) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", decision.kind().token());
            one.put("facts", decision.facts());
            all.add(one);
        }
        return MAPPER.writeValueAsString(all);
    }

    /// @return nothing if the text is not what was written
    static List<Decision> read(String text) {
        List<Decision> decisions = new ArrayList<>();
        try {
            for (JsonNode one : MAPPER.readTree(text)) {
                Map<String, String> facts = new LinkedHashMap<>();
                one.path("facts").forEachEntry((name, value) -> facts.put(name, value.asString()));
                decisions.add(
                        new Decision(DecisionKind.ofToken(one.path("kind").asString()), facts));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of();
        }
        return decisions;
    }
}
