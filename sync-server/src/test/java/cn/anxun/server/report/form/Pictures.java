package cn.anxun.server.report.form;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Turns office files into PDF, text and pictures with LibreOffice and poppler, where they are
 * installed.
 */
public final class Pictures {
  private static final int DPI = 72;

  private Pictures() {}

  /** Skips the test where the programs are not there. */
  public static void assumeInstalled() {
    for (String program : List.of("soffice", "pdftoppm", "pdftotext")) {
      boolean found =
          Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      assumeTrue(found, program + " is not installed");
    }
  }

  /** Converts the files to PDFs beside them, in one go. */
  public static void toPdf(Path folder, List<Path> files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
    files.forEach(file -> command.add(file.toString()));
    run(folder, command);
  }

  /** The text of the PDF as it reads, one page after the other. */
  public static List<String> pages(Path folder, Path pdf) throws IOException {
    Path text = folder.resolve(pdf.getFileName() + ".txt");
    run(folder, List.of("pdftotext", "-layout", pdf.toString(), text.toString()));
    List<String> pages =
        new ArrayList<>(List.of(Files.readString(text, StandardCharsets.UTF_8).split("\f", -1)));
    pages.remove(pages.size() - 1);
    return pages;
  }

  /** The text of the PDF in the order in which it was written: cell by cell, as nobody reads it. */
  public static String written(Path folder, Path pdf) throws IOException {
    Path text = folder.resolve(pdf.getFileName() + ".raw.txt");
    run(folder, List.of("pdftotext", "-raw", pdf.toString(), text.toString()));
    return Files.readString(text, StandardCharsets.UTF_8);
  }

  /** A picture of each page. */
  public static List<BufferedImage> pictures(Path folder, Path pdf) throws IOException {
    String prefix = pdf.getFileName().toString().replace('.', '-');
    run(
        folder,
        List.of(
            "pdftoppm",
            "-r",
            String.valueOf(DPI),
            "-png",
            pdf.toString(),
            folder.resolve(prefix).toString()));
    List<BufferedImage> pictures = new ArrayList<>();
    try (var files = Files.list(folder)) {
      List<Path> pngs =
          files
              .filter(file -> file.getFileName().toString().startsWith(prefix + "-"))
              .sorted()
              .toList();
      for (Path png : pngs) {
        pictures.add(ImageIO.read(png.toFile()));
      }
    }
    return pictures;
  }

  private static void run(Path folder, List<String> command) throws IOException {
    Path log = folder.resolve(command.get(0) + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " took longer than 120 s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command + ": " + Files.readString(log));
    }
  }
}
