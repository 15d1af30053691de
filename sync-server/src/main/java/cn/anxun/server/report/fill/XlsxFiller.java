package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills a workbook: placeholders in its cells, and cells tied to values. */
final class XlsxFiller {
  private static final int FORMULAS_NAMED = 5;

  private final OfficeFile file;
  private final FillLog log;
  private final List<String> notices = new ArrayList<>();

  XlsxFiller(OfficeFile file, FillLog log) {
    this.file = file;
    this.log = log;
  }

  /** The parts that change, with their new text. */
  Map<String, String> fill(String workbookPart, List<Tie> ties) throws IOException, FillException {
    Workbook workbook = Workbook.read(file, workbookPart);
    Map<Workbook.Sheet, SheetFiller> fillers = new LinkedHashMap<>();
    for (Workbook.Sheet sheet : workbook.sheets()) {
      String xml = file.xml(sheet.part());
      if (XmlText.prefix(xml, Workbook.NAMESPACES).isPresent()) {
        fillers.put(sheet, new SheetFiller(workbook, sheet, xml, log));
      }
    }
    ties.forEach(tie -> tie(workbook, fillers, tie));
    Map<String, String> changed = new LinkedHashMap<>();
    List<String> formulas = new ArrayList<>();
    for (Map.Entry<Workbook.Sheet, SheetFiller> entry : fillers.entrySet()) {
      String filled = entry.getValue().fill();
      if (!filled.equals(file.xml(entry.getKey().part()))) {
        changed.put(entry.getKey().part(), filled);
      }
      entry.getValue().formulas().forEach(cell -> formulas.add(entry.getKey().name() + "!" + cell));
    }
    if (!changed.isEmpty() && !formulas.isEmpty()) {
      notices.add(
          ServerTexts.CHINESE.text(
              "fill.notice.formulas",
              String.valueOf(formulas.size()),
              String.join("、", formulas.subList(0, Math.min(FORMULAS_NAMED, formulas.size())))));
    }
    List<String> read = new ArrayList<>(List.of(workbook.stringsPart()));
    workbook.sheets().forEach(sheet -> read.add(sheet.part()));
    Leftovers.report(file, read, log);
    return changed;
  }

  List<String> notices() {
    return notices;
  }

  private void tie(Workbook workbook, Map<Workbook.Sheet, SheetFiller> fillers, Tie tie) {
    Optional<SheetFiller> filler = workbook.find(tie.sheet()).map(fillers::get);
    Optional<CellReference> cell = CellReference.parse(tie.cell());
    if (filler.isEmpty()) {
      String names =
          String.join("、", workbook.sheets().stream().map(Workbook.Sheet::name).toList());
      log.problem(Reason.NO_SHEET, tie.place(), tie.sheet(), names);
    } else if (cell.isEmpty()) {
      log.problem(Reason.BAD_TIE, tie.place());
    } else {
      filler.get().tie(cell.get(), tie);
    }
  }
}
