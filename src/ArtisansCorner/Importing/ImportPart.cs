using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing;

/// <summary>One table of an upload: a CSV, a sheet of a workbook, a file in a ZIP; and how it is read.</summary>
public sealed record ImportPart
{
    /// <summary>Its place in the upload, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Under which id its text is kept.</summary>
    public required Guid File { get; init; }

    /// <summary>What it is called in the upload.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a sheet of a workbook, whose numbers have a point between whole and part in any country.</summary>
    public bool IsSheet { get; init; }

    /// <summary>How its text is written.</summary>
    public int CodePage { get; init; }

    /// <summary>Where its headings stand and what separates its cells.</summary>
    public TableShape Shape { get; init; } = TableShape.Plain;

    /// <summary>Its headings.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>What it is; nothing where that is not known, or not decided.</summary>
    public string? Format { get; init; }

    /// <summary>How sure that is, in percent.</summary>
    public int Confidence { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Why { get; init; }

    /// <summary>What it may be, where it could be several things; a person chooses.</summary>
    public IReadOnlyList<FormatCandidate> Candidates { get; init; } = [];

    /// <summary>For our headings, which of the file's stand for them.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>How it writes dates and amounts.</summary>
    public FileHabits? Habits { get; init; }

    /// <summary>Whether the rows of each of its orders stand together, and in none of the parts before it; not known of imports that an older version read.</summary>
    public bool OrdersStandTogether { get; init; }

    /// <summary>How many rows the parts before it have, so that every row of the upload has a number of its own.</summary>
    public int FirstRow { get; init; }

    /// <summary>Why nothing of it goes in, in a sentence.</summary>
    public string? Problem { get; init; }

    /// <summary>How many rows it has below its headings.</summary>
    public int Rows => Habits?.Rows ?? 0;
}

/// <summary>Something that a file may be.</summary>
/// <param name="Format">Its name for programs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Confidence">How sure it is, in percent.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FormatCandidate(string Format, string Name, int Confidence, string Reason);

/// <summary>What a person said of a part, or of all of them.</summary>
public sealed record PartChoice
{
    /// <summary>Which part; nothing for every part that is not named itself.</summary>
    public int? Part { get; init; }

    /// <summary>What it is.</summary>
    public string? Format { get; init; }

    /// <summary>For our headings, which of the file's stand for them.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>Which of day and month comes first in its dates.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>“.” or “,” between whole and part in its amounts.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The currency of its amounts that bear no sign.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the signs of its amounts are wrong, so that all are in that currency.</summary>
    public bool? SignsAreWrong { get; init; }

    /// <summary>The IANA name of the time zone of its times.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it is left out.</summary>
    public bool LeaveOut { get; init; }

    /// <summary>What says the same as how a file writes.</summary>
    internal static PartChoice Of(FileHabits habits) => new() { Dates = habits.Dates, DecimalMark = habits.DecimalMark, Currency = habits.Currency, SignsAreWrong = habits.SignsAreWrong, TimeZone = habits.Clock };

    /// <summary>How the file writes, as far as this does not say otherwise.</summary>
    internal FileHabits Over(FileHabits habits) => habits with
    {
        Dates = Dates ?? habits.Dates,
        DecimalMark = DecimalMark ?? habits.DecimalMark,
        Currency = Currency ?? habits.Currency,
        SignsAreWrong = SignsAreWrong == true,
        Clock = TimeZone,
    };

    /// <summary>The same, with what was said before of how such a file writes where this says nothing.</summary>
    internal PartChoice Or(PartChoice before) => this with
    {
        Dates = Dates ?? before.Dates,
        DecimalMark = DecimalMark ?? before.DecimalMark,
        Currency = Currency ?? before.Currency,
        SignsAreWrong = SignsAreWrong ?? before.SignsAreWrong,
        TimeZone = TimeZone ?? before.TimeZone,
    };
}

/// <summary>A file in a ZIP that is no table.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Why">Why it is passed over.</param>
public sealed record PassedOver(string Name, string Why);
