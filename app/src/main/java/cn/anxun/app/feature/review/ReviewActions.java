package cn.anxun.app.feature.review;

import cn.anxun.app.paper.OpenOrders.OpenOrder;

/** What an inspector may do on the screen of a round. */
interface ReviewActions {
  void horizon(Horizon horizon);

  void retry();

  /** Everything about one hazard. */
  void open(DueHazard hazard);

  /** 整改复查意见书. */
  void answer(OpenOrder order);

  void passed(DueHazard hazard);

  /** Asks what is to become of it, or stops asking. */
  void failed(DueHazard hazard);

  void reported(DueHazard hazard);

  /** Asks which photos, or stops asking. */
  void allPassed(SiteRound round);

  /** All hazards of the site passed, with one photo or one of each. */
  void allPassed(SiteRound round, boolean each);

  void camera();

  void pick();

  void withoutPhoto();

  void cancelShoot();

  /** Not put right: this many days from today. */
  void postpone(DueHazard hazard, int days);

  void fileCase(DueHazard hazard);

  void transfer(DueHazard hazard, String body);

  void opinion(DueHazard hazard, String typed);

  void body(DueHazard hazard, String typed);
}
