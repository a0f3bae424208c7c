/** Names that layouts break on. */
export const longName: string =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Montgomery Sr. (Regional Procurement and Facilities)';
export const arabicName: string = 'مُحَمَّد بن عبد الرحمن الخوارزمي';
export const hostileName: string = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
