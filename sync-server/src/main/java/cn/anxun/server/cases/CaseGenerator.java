package cn.anxun.server.cases;

import java.util.Random;

/**
 * Makes a year of field and office work out of a case: every record by the chain of entries that
 * really leads to it, every total spread exactly. The same case and seed give the same work.
 */
public final class CaseGenerator {
  private final long seed;
  private final int doubledPerThousand;

  /**
   * A generator.
   *
   * @param doubledPerThousand how many of a thousand inspected sites are registered twice and
   *     merged later; 0 for a replay
   */
  public CaseGenerator(long seed, int doubledPerThousand) {
    this.seed = seed;
    this.doubledPerThousand = doubledPerThousand;
  }

  /** The work of the case's year. */
  public CaseWork work(CaseFile file) {
    FieldWork work = new FieldWork(file.bureau(), new Random(seed));
    OfficeDocuments documents = new OfficeDocuments(work, file);
    new FormDocuments(work).add(file.forms());
    documents.addDivisions();
    documents.addLabels();
    documents.addIndicators();
    Inspections inspections = new Inspections(work, doubledPerThousand);
    Hazards hazards = new Hazards(work);
    Activities activities = new Activities(work);
    for (CaseFile.Group group : file.groups()) {
      switch (group.kind()) {
        case INSPECTION -> inspections.add(group);
        case HAZARD -> hazards.add(group);
        default -> activities.add(group);
      }
    }
    documents.addInspectionPlan(inspections.planned());
    return new CaseWork(work.steps());
  }
}
