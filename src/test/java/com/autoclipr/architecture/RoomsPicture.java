package com.autoclipr.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which room imports which, as the classes have it.
///
/// @param arrows room → rooms that it imports
record RoomsPicture(Map<String, Set<String>> arrows) {
    static RoomsPicture of(String root, JavaClasses classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            String from = room(root, type);
            Set<String> to = arrows.computeIfAbsent(from, _ -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(root)) {
                    to.add(room(root, target));
                }
            }
            to.remove(from);
        }
        return new RoomsPicture(arrows);
    }

    /// The room of a class; what lies directly under the root is part of `Main`.
    private static String room(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root)
                ? "Main"
                : name.substring(root.length() + 1).replaceAll("\\..*", "");
    }

    /// Without the arrows that follow from others: what a room reaches by another one that it
    /// imports.
    RoomsPicture reduced() {
        Map<String, Set<String>> kept = new TreeMap<>();
        arrows.forEach(
                (from, to) -> {
                    Set<String> direct = new TreeSet<>(to);
                    for (String other : to) {
                        direct.removeAll(reached(other));
                    }
                    kept.put(from, direct);
                });
        return new RoomsPicture(kept);
    }

    private Set<String> reached(String from) {
        Set<String> reached = new TreeSet<>();
        for (String to : arrows.getOrDefault(from, Set.of())) {
            reached.add(to);
            reached.addAll(reached(to));
        }
        return reached;
    }

    /// A Mermaid flowchart from top to bottom. Rooms come with the library that they alone name.
    ///
    /// @param libraries package of others → room
    String mermaid(Map<String, String> libraries) {
        StringBuilder text = new StringBuilder("flowchart TD\n");
        Map<String, String> sorted = new TreeMap<>(libraries);
        arrows.keySet()
                .forEach(
                        room ->
                                text.append("    ")
                                        .append(room)
                                        .append("[\"")
                                        .append(room)
                                        .append(owned(room, sorted))
                                        .append("\"]\n"));
        arrows.forEach(
                (from, to) -> {
                    if (!to.isEmpty()) {
                        text.append("    ")
                                .append(from)
                                .append(" --> ")
                                .append(String.join(" & ", to))
                                .append("\n");
                    }
                });
        return text.toString();
    }

    private static String owned(String room, Map<String, String> libraries) {
        StringBuilder owned = new StringBuilder();
        libraries.forEach(
                (library, owner) -> {
                    if (owner.equals(room)) {
                        owned.append("<br/><i>").append(library.replace("..", "")).append("</i>");
                    }
                });
        return owned.toString();
    }
}
