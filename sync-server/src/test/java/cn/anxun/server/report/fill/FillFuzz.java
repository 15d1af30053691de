package cn.anxun.server.report.fill;

import cn.anxun.server.hostile.Parts;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * Whatever an office file holds, looking at it and filling it ends with a file or in a sentence.
 * The first byte says whether the rest stands for part of a workbook or of a document, and which.
 */
public final class FillFuzz {
  private static final FormValues VALUES =
      new FormValues(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);
  private static final int MOST_TIES = 3;

  private FillFuzz() {}

  /** Loads what filling needs, which takes its time under a fuzzer. */
  public static void fuzzerInitialize() throws IOException {
    fill(Parts.zip(Parts.workbook()), List.of());
    fill(Parts.zip(Parts.document()), List.of());
  }

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    if (data.length == 0) {
      return;
    }
    int which = (data[0] & 0xff) >> 1;
    byte[] file =
        (data[0] & 1) == 0 ? Parts.workbook(which, data, 1) : Parts.document(which, data, 1);
    List<Tie> ties = new ArrayList<>();
    try {
      for (TemplateView.Sheet sheet : TemplateView.read(file).sheets()) {
        for (TemplateView.Row row : sheet.rows()) {
          for (TemplateView.Cell cell : row.cells()) {
            if (ties.size() < MOST_TIES && !cell.computed()) {
              ties.add(new Tie(sheet.name(), cell.place(), "total"));
            }
          }
        }
      }
    } catch (FillException e) {
      requireWords(e);
    }
    fill(file, List.of());
    fill(file, ties);
  }

  private static void fill(byte[] file, List<Tie> ties) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      FormFiller.fill(file, VALUES, ties, out);
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
        if (zip.getNextEntry() == null) {
          throw new IllegalStateException("an empty file");
        }
      }
    } catch (FillException e) {
      requireWords(e);
      if (out.size() > 0) {
        throw new IllegalStateException("something was written", e);
      }
    }
  }

  private static void requireWords(FillException e) {
    if (e.problems().isEmpty() || e.getMessage() == null || e.getMessage().isEmpty()) {
      throw new IllegalStateException("an error without words", e);
    }
  }
}
