package com.autoclipr.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The rules for the form of a Java file: its length, its methods, its names.
final class SourceRules {
    private static final int MAX_FILE_LINES = 500;
    private static final int MAX_METHOD_LINES = 60;
    private static final int MAX_PARAMETERS = 5;

    /// Painters of test pictures take places and sizes one by one.
    private static final int MAX_TEST_PARAMETERS = 7;

    private static final Pattern NAMELESS = Pattern.compile(".*(Utils?|Helpers?|Managers?|Impl)");
    private static final Pattern TO_DO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private SourceRules() {}

    /// A file being looked at.
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// What is wrong with some files.
    ///
    /// @param files text by the name under which complaints speak of it
    /// @param finished whether they must hold nothing that is still to be done
    static List<String> complaints(Map<String, String> files, boolean finished) {
        List<String> complaints = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        files.forEach(
                (name, text) -> {
                    sources.add(new Source(name, text));
                    long lines = text.lines().count();
                    if (lines > MAX_FILE_LINES) {
                        complaints.add(name + " has " + lines + " lines");
                    }
                    Matcher toDo = TO_DO.matcher(text);
                    if (finished && toDo.find()) {
                        complaints.add(name + " has a " + toDo.group());
                    }
                });
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, _ -> {}, null, null, sources);
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String name = unit.getSourceFile().getName().substring(1);
                new Look(name, unit, Trees.instance(task), complaints).scan(unit, false);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return complaints;
    }

    /// Visits types and methods; the argument says whether the type around is a record.
    private static final class Look extends TreePathScanner<Void, Boolean> {
        private final String name;
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final LineMap lines;
        private final List<String> complaints;

        Look(String name, CompilationUnitTree unit, Trees trees, List<String> complaints) {
            this.name = name;
            this.unit = unit;
            this.trees = trees;
            this.lines = unit.getLineMap();
            this.complaints = complaints;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean inRecord) {
            String typeName = type.getSimpleName().toString();
            if (NAMELESS.matcher(typeName).matches()) {
                complaints.add(name + ": the name " + typeName + " says nothing");
            }
            for (Tree member : type.getMembers()) {
                if (member instanceof com.sun.source.tree.VariableTree field
                        && isMutableStatic(field, type)) {
                    complaints.add(name + ": static " + field.getName() + " is not final");
                }
            }
            return super.visitClass(type, type.getKind() == Tree.Kind.RECORD);
        }

        private static boolean isMutableStatic(
                com.sun.source.tree.VariableTree field, ClassTree type) {
            var modifiers = field.getModifiers().getFlags();
            return type.getKind() != Tree.Kind.INTERFACE
                    && modifiers.contains(Modifier.STATIC)
                    && !modifiers.contains(Modifier.FINAL);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean inRecord) {
            boolean constructor = method.getReturnType() == null;
            int parameters = method.getParameters().size();
            int most = name.startsWith("src/test") ? MAX_TEST_PARAMETERS : MAX_PARAMETERS;
            if (parameters > most && !(constructor && inRecord)) {
                complaints.add(
                        name + ": " + method.getName() + " has " + parameters + " parameters");
            }
            long first = line(trees.getSourcePositions().getStartPosition(unit, method));
            long last = line(trees.getSourcePositions().getEndPosition(unit, method));
            if (last - first + 1 > MAX_METHOD_LINES) {
                complaints.add(
                        name + ": " + method.getName() + " has " + (last - first + 1) + " lines");
            }
            return super.visitMethod(method, inRecord);
        }

        private long line(long position) {
            return position < 0 ? 0 : lines.getLineNumber(position);
        }
    }
}
