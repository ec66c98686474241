using System.Collections.Frozen;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>The words in dates: months in English, German, French, Italian, Spanish, Dutch and Portuguese, and what stands around them.</summary>
internal static class MonthNames
{
    private static readonly string[] Months =
    [
        "January Jan Januar Jänner janvier janv gennaio gen enero ene januari janeiro",
        "February Feb Februar février févr fév febbraio febrero februari fevereiro fev",
        "March Mar März Mär Mrz mars marzo maart mrt março",
        "April Apr avril avr aprile abril abr",
        "May Mai maggio mag mayo mei maio",
        "June Jun Juni juin giugno giu junio junho",
        "July Jul Juli juillet juil luglio lug julio julho",
        "August Aug août aout agosto ago augustus",
        "September Sep Sept septembre settembre set sett septiembre setiembre setembro",
        "October Oct Oktober Okt octobre ottobre ott octubre outubro out",
        "November Nov novembre noviembre novembro",
        "December Dec Dezember Dez décembre déc dicembre dic diciembre dezembro",
    ];

    private const string Fillers =
        "de del der den dem le el il the of at um on am à a alle ore om às as las h Uhr T er st nd rd th " +
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun " +
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Mo Di Mi Do Fr Sa So " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche lunedì martedì mercoledì giovedì venerdì sabato domenica " +
        "lunes martes miércoles jueves viernes sábado domingo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta feira";

    private static readonly FrozenDictionary<string, int> Words = Months.SelectMany((words, index) => Spellings(words).Select(word => (word, month: index + 1)))
        .Concat(Spellings(Fillers).Select(word => (word, month: 0)))
        .DistinctBy(word => word.word, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(word => word.word, word => word.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month, 1 to 12, that a word names; 0 for a word that may stand in a date and says nothing; nothing for any other word.</summary>
    public static int? Of(ReadOnlySpan<char> word) => Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : null;

    private static IEnumerable<string> Spellings(string words) => words.Split(' ').SelectMany(word => new[] { word, SearchText.Of(word) });
}
