package cn.anxun.app.feature.inspection;

import cn.anxun.core.json.Json;

/**
 * The site that is visited.
 *
 * @param subject its id in the ledger, made here for a new one
 * @param isNew whether finishing the visit registers it
 * @param number "" for one that has none yet
 * @param kind of the code list {@code site-kind}
 * @param industry "" where it is not known
 * @param division the code of its street, community or grid; "" where it is not known
 * @param planned whether it stands on this year's plan
 */
record VisitSite(
    String subject,
    boolean isNew,
    String name,
    String number,
    String kind,
    String industry,
    String division,
    String creditCode,
    String address,
    boolean planned) {

  VisitSite named(String changed) {
    return new VisitSite(
        subject, isNew, changed, number, kind, industry, division, creditCode, address, planned);
  }

  VisitSite ofKind(String changed) {
    return new VisitSite(
        subject, isNew, name, number, changed, industry, division, creditCode, address, planned);
  }

  VisitSite inIndustry(String changed) {
    return new VisitSite(
        subject, isNew, name, number, kind, changed, division, creditCode, address, planned);
  }

  VisitSite withCreditCode(String changed) {
    return new VisitSite(
        subject, isNew, name, number, kind, industry, division, changed, address, planned);
  }

  VisitSite at(String changed) {
    return new VisitSite(
        subject, isNew, name, number, kind, industry, division, creditCode, changed, planned);
  }

  Json.Members write() {
    return Json.members()
        .put("subject", subject)
        .put("new", isNew)
        .put("name", name)
        .put("number", number)
        .put("kind", kind)
        .put("industry", industry)
        .put("division", division)
        .put("credit_code", creditCode)
        .put("address", address)
        .put("planned", planned)
        .build();
  }

  static VisitSite read(StoredJson json) {
    return new VisitSite(
        json.text("subject"),
        json.flag("new"),
        json.text("name"),
        json.text("number"),
        json.text("kind"),
        json.text("industry"),
        json.text("division"),
        json.text("credit_code"),
        json.text("address"),
        json.flag("planned"));
  }
}
