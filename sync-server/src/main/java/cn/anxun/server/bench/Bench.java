package cn.anxun.server.bench;

import cn.anxun.server.disk.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does works one after the other, each in a folder of its own. */
final class Bench {

  /** Is told how far it has come. */
  interface Progress {
    void begins(String name);

    void round(String name, int done, int all);

    void measured(Row row);

    void failed(String name, String message);
  }

  private final List<Work> works;
  private final Rounds rounds;
  private final Progress progress;

  Bench(List<Work> works, Rounds rounds, Progress progress) {
    this.works = List.copyOf(works);
    this.rounds = rounds;
    this.progress = progress;
  }

  /**
   * A row for each work.
   *
   * @param folder takes what the works need; is left empty of it
   */
  List<Row> run(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Work work : works) {
      progress.begins(work.name());
      Row row = new Row(work.name(), work.unit(), work.goal(), measured(work, folder));
      progress.measured(row);
      rows.add(row);
    }
    return rows;
  }

  private Optional<Measured> measured(Work work, Path parent) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(work.name()));
    int all = rounds.warmUps() + rounds.rounds();
    try (Trial trial = work.begin(folder)) {
      return Optional.of(rounds.measure(trial, done -> progress.round(work.name(), done, all)));
    } catch (WrongCountException e) {
      progress.failed(work.name(), String.valueOf(e.getMessage()));
      return Optional.empty();
    } finally {
      Folders.delete(folder);
    }
  }
}
