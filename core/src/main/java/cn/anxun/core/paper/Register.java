package cn.anxun.core.paper;

import cn.anxun.core.entry.PaperIssued;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * 文书登记簿: every number of every paper and year up to the last one given out, with what became of it,
 * the numbers beyond that somebody typed all the same, and the papers that wait for theirs. What is
 * typed makes one line each, however large it is.
 *
 * @param lines by paper, year and number; then the numbers of other systems
 * @param waiting 待编号, the oldest first
 */
public record Register(List<RegisterLine> lines, List<PaperRecord> waiting) {
  /** No number beyond it is given out; a typed one may be any. */
  public static final long MOST = 200_000;

  public Register {
    lines = Collections.unmodifiableList(new ArrayList<>(lines));
    waiting = Collections.unmodifiableList(new ArrayList<>(waiting));
  }

  /** What somebody must look at: doubles, numbers nobody was given, gaps without an entry. */
  public List<RegisterLine> listWrong() {
    List<RegisterLine> wrong = new ArrayList<>(lines);
    wrong.removeIf(line -> !line.state().isWrong());
    return wrong;
  }

  /**
   * The register of these.
   *
   * @param papers all, void ones too
   * @param blocks given out, with those that were skipped
   * @param returned given back
   */
  public static Register of(
      PaperTemplates templates,
      Collection<PaperRecord> papers,
      Collection<NumberBlock> blocks,
      Collection<NumberBlock> returned) {
    Map<Paper, Map<Integer, Year>> years = new TreeMap<>();
    for (NumberBlock block : blocks) {
      year(years, block.paper(), block.year()).given(block);
    }
    for (NumberBlock block : returned) {
      year(years, block.paper(), block.year()).returned(block);
    }
    List<PaperRecord> waiting = new ArrayList<>();
    Map<String, List<PaperRecord>> elsewhere = new LinkedHashMap<>();
    for (PaperRecord paper : papers) {
      take(paper, years, waiting, elsewhere);
    }
    List<RegisterLine> lines = new ArrayList<>();
    years.forEach((paper, of) -> of.values().forEach(year -> year.write(templates, lines)));
    elsewhere.forEach((key, bearing) -> lines.add(external(bearing)));
    waiting.sort(Comparator.comparing(PaperRecord::date).thenComparing(PaperRecord::id));
    return new Register(lines, waiting);
  }

  private static void take(
      PaperRecord paper,
      Map<Paper, Map<Integer, Year>> years,
      List<PaperRecord> waiting,
      Map<String, List<PaperRecord>> elsewhere) {
    long serial = paper.fields().find(PaperIssued.PAPER_SERIAL).orElse(0L);
    long year = paper.fields().find(PaperIssued.PAPER_YEAR).orElse(0L);
    if (paper.paper().isPresent() && serial > 0 && year >= 2000 && year <= 2099) {
      year(years, paper.paper().get(), (int) year).bears(serial, paper);
    } else if (!paper.number().isEmpty()) {
      String key = paper.fields().text(PaperIssued.PAPER) + ' ' + paper.number();
      elsewhere.computeIfAbsent(key, number -> new ArrayList<>()).add(paper);
    } else if (paper.state() == PaperState.WAITING) {
      waiting.add(paper);
    }
  }

  private static Year year(Map<Paper, Map<Integer, Year>> years, Paper paper, int year) {
    return years
        .computeIfAbsent(paper, key -> new TreeMap<>())
        .computeIfAbsent(year, key -> new Year(paper, year));
  }

  private static RegisterLine external(List<PaperRecord> bearing) {
    PaperRecord first = bearing.get(0);
    return new RegisterLine(
        first.paper().orElse(Paper.NOTICE),
        first.date().getYear(),
        0,
        first.number(),
        Year.state(bearing),
        bearing,
        first.device(),
        first.voidReason());
  }

  /** The numbers of one paper in one year. */
  private static final class Year {
    private final Paper paper;
    private final int year;
    private final NavigableMap<Long, List<PaperRecord>> bearing = new TreeMap<>();
    private final Map<Long, NumberBlock> given = new TreeMap<>();
    private final Map<Long, NumberBlock> returned = new TreeMap<>();
    private long last;

    Year(Paper paper, int year) {
      this.paper = paper;
      this.year = year;
    }

    void given(NumberBlock block) {
      put(given, block);
    }

    void returned(NumberBlock block) {
      put(returned, block);
    }

    private void put(Map<Long, NumberBlock> map, NumberBlock block) {
      if (block.last() > MOST) {
        return;
      }
      for (long serial = block.first(); serial <= block.last(); serial++) {
        NumberBlock before = map.get(serial);
        if (before == null || before.skipped()) {
          map.put(serial, block);
        }
      }
      last = Math.max(last, block.last());
    }

    void bears(long serial, PaperRecord one) {
      bearing.computeIfAbsent(serial, key -> new ArrayList<>()).add(one);
    }

    void write(PaperTemplates templates, List<RegisterLine> lines) {
      long first = templates.get(paper).first(year);
      long end = Math.max(first - 1, last);
      bearing.headMap(first, false).keySet().forEach(typed -> lines.add(line(templates, typed)));
      for (long serial = first; serial <= end; serial++) {
        lines.add(line(templates, serial));
      }
      bearing.tailMap(end, false).keySet().forEach(typed -> lines.add(line(templates, typed)));
    }

    private RegisterLine line(PaperTemplates templates, long serial) {
      List<PaperRecord> on = bearing.getOrDefault(serial, List.of());
      NumberBlock block = given.get(serial);
      NumberBlock back = returned.get(serial);
      String device = block == null ? "" : block.device();
      if (!on.isEmpty()) {
        RegisterLine.State state = state(on);
        // What a revoked phone had issued before its numbers were taken back may come later.
        boolean expected =
            block != null
                && (block.skipped() || isBy(block, on))
                && (back == null || isBy(back, on));
        if (state == RegisterLine.State.ISSUED && !expected) {
          state = RegisterLine.State.UNEXPECTED;
        }
        String printed = on.get(0).number();
        String reason = on.get(0).voidReason();
        return line(
            serial,
            printed.isEmpty() ? templates.number(paper, year, serial) : printed,
            state,
            on,
            device.isEmpty() ? on.get(0).device() : device,
            reason);
      }
      RegisterLine.State state =
          back != null
              ? RegisterLine.State.RETURNED
              : block == null
                  ? RegisterLine.State.UNEXPLAINED
                  : block.skipped() ? RegisterLine.State.SKIPPED : RegisterLine.State.RESERVED;
      String reason = back != null ? back.reason() : block == null ? "" : block.reason();
      return line(serial, templates.number(paper, year, serial), state, List.of(), device, reason);
    }

    private RegisterLine line(
        long serial,
        String number,
        RegisterLine.State state,
        List<PaperRecord> on,
        String device,
        String reason) {
      return new RegisterLine(paper, year, serial, number, state, on, device, reason);
    }

    /** Blocks of the desk itself are for papers of any device. */
    private static boolean isBy(NumberBlock block, List<PaperRecord> on) {
      return block.device().isEmpty()
          || on.stream()
              .allMatch(one -> one.device().isEmpty() || one.device().equals(block.device()));
    }

    static RegisterLine.State state(List<PaperRecord> on) {
      if (on.size() > 1) {
        return RegisterLine.State.DOUBLE;
      }
      return on.get(0).state() == PaperState.VOID
          ? RegisterLine.State.VOID
          : RegisterLine.State.ISSUED;
    }
  }
}
