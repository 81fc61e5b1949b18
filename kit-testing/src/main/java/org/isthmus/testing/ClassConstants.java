package org.isthmus.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.List;

/** The strings that a class's code uses, as the compiler joined them. */
final class ClassConstants {

    private ClassConstants() {}

    static List<String> of(JavaClass type) {
        try (InputStream code = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            List<String> strings = new ArrayList<>();
            for (PoolEntry entry : ClassFile.of().parse(code.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry string) {
                    strings.add(string.stringValue());
                }
            }
            return strings;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + type.getName(), e);
        }
    }
}
