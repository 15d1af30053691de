package cn.anxun.server.cases;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.PrintedFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes filled forms into a folder, each as .xlsx and as .docx, named for their titles. */
public final class FormFiles {
  private static final int MAX_NAME = 60;

  private FormFiles() {}

  /** Writes the forms, and returns the files in the order of the forms. */
  public static List<Path> write(Path folder, List<FormResult> forms, Provenance provenance)
      throws IOException {
    Files.createDirectories(folder);
    FormComposer composer = new FormComposer(FormLayouts.shipped());
    List<Path> files = new ArrayList<>();
    for (FormResult form : forms) {
      PrintedDocument document = composer.compose(form, FormDetails.BLANK, provenance);
      int number = files.size() / PrintedFormat.values().length + 1;
      for (PrintedFormat format : PrintedFormat.values()) {
        Path file = file(folder, number, form, format);
        try (OutputStream out = Files.newOutputStream(file)) {
          format.write(document, out);
        }
        files.add(file);
      }
    }
    return files;
  }

  /** Named for the title; by number alone where the system's locale cannot write Chinese names. */
  private static Path file(Path folder, int number, FormResult form, PrintedFormat format) {
    try {
      return folder.resolve(name(number, form) + format.ending());
    } catch (InvalidPathException e) {
      return folder.resolve(String.format("form-%02d%s", number, format.ending()));
    }
  }

  /** The title without what file systems do not take; numbered, since titles may repeat. */
  private static String name(int number, FormResult form) {
    String title = form.definition().title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    int end =
        title.offsetByCodePoints(0, Math.min(title.codePointCount(0, title.length()), MAX_NAME));
    return String.format("%02d-%s", number, title.substring(0, end));
  }
}
