package cn.anxun.server.install;

import cn.anxun.server.disk.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that this runs on. */
final class ThisMachine implements Runner {

  @Override
  public Ran run(List<String> command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      // No such program.
      return new Ran(127, String.valueOf(e.getMessage()));
    }
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      String printed = new String(out.readAllBytes(), Charset.defaultCharset());
      return new Ran(process.waitFor(), printed.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void change(Step step) throws IOException {
    if (step instanceof Step.Folder folder) {
      Files.createDirectories(folder.path());
    } else if (step instanceof Step.Copy copy) {
      copy(copy.from(), copy.to());
    } else if (step instanceof Step.Write write) {
      DurableFile.write(write.path(), write.content().getBytes(write.charset()));
    } else if (step instanceof Step.Delete delete) {
      Files.deleteIfExists(delete.path());
    } else {
      throw new IllegalArgumentException(step.toString());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.isSameFile(from, to)) {
      return;
    }
    DurableFile.copy(from, to);
  }
}
