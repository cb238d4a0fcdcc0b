/** Words that often end a German compound; their inflected forms begin the same. Where a syllable also ends before one, the parts of the compound meet. */
const HEADS =
  `ablauf abläufe abteilung adress akte analyse anfrage angebot anlage annahme ansicht ansprech antwort arbeit auftrag aufträge aufgabe
  ausbildung ausfall ausgang austausch auswertung bearbeitung bedarf befugnis begriff beitrag beiträge beratung bereich bericht beschwerde
  besprechung bestand bestätigung besuch betreuung betrieb bewertung beziehung bindung blatt blick brief buch budget bücher daten datei
  dienst eingang einkauf einsatz einsätze einweisung energie entscheidung entwicklung erfahrung erfassung erfolg ergebnis erwartung
  experte fahrt fall fehler feld fläche folge förderung formular forschung frage freigabe führung fälle gang garantie gebiet gefühl gerät
  geschenk gesellschaft gespräch grund gruppe gutschein gänge halle haltung haus hinweis hotline idee information jahr
  kalender karte kennzahl kette kontakt konzept kosten kraft kreis kritik kräfte kulanz lager land lauf leistung leiter leitung lieferant
  lieferung linie liste läufe lösung management manager marketing markt maschine material maßnahme meister meldung messe messung mitarbeit
  mittel monat märkte nachricht netz notiz nummer ordnung partner person personal pflege plan planung platz plätze pläne position
  praxis preis problem produkt produktion programm projekt protokoll prozess prämie prüfung punkt qualität quartal quote rabatt raum
  rechnung rechte regel regelung region richtlinie rolle rückmeldung runde schalter schild schritt schrift schulung schutz service sicherheit
  sicherung sitzung software speicher stand standard station stelle stellung steuerung strategie straße strom stunde störung suche system
  tabelle tafel tagung team technik teile telefon termin umfeld umgebung unternehmen unterschrift ursache veranstaltung verantwortung
  verband verbesserung verbrauch verbände verein vereinbarung verfahren verhalten verkauf verkehr verlauf versorgung vertrag vertreter
  vertretung vertrieb verträge verwaltung vollmacht vorfall vorgabe vorgang vorhaben vorlage vorschlag vorschläge vorschrift vorteil wartung
  wasser wechsel weiterbildung werbung werk wertung wettbewerb wissen woche wunsch wünsche zahl zahlung zeichen zeit zentrale zentrum ziel
  zugang zusage zustand zuständigkeit änderung übergabe übersicht übung`.split(/\s+/)
/** Syllables that only join: whatever follows them is a word of its own. */
const JOINING = /(?:ungs|heits|keits|schafts|ions|itäts|tums|lings)$/

/** The parts of a German compound, of its syllables; the whole word when none is found. */
export function compoundParts(syllables: readonly string[]): string[] {
  const parts = ['']
  // Inside a word that was recognised no other is looked for: "hotline" is not a "line".
  let known = 0
  syllables.forEach((syllable, at) => {
    const open = parts.at(-1) ?? ''
    const rest = syllables.slice(at).join('').toLowerCase()
    const head = known > 0 ? undefined : longest(HEADS.filter((word) => rest.startsWith(word)))
    if (at > 0 && (head !== undefined || JOINING.test(open))) parts.push(syllable)
    else parts[parts.length - 1] = open + syllable
    known = Math.max(head?.length ?? 0, known) - syllable.length
  })
  return parts
}

function longest(words: readonly string[]): string | undefined {
  return words.toSorted((a, b) => b.length - a.length)[0]
}
