using System.Text.Json;
using System.Text.Json.Serialization;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing;

/// <summary>What reading a file found out and what applying it did; kept with the import as JSON.</summary>
public sealed record ImportPlan
{
    /// <summary>Why the file was recognized as what it is.</summary>
    public string? Why { get; init; }

    /// <summary>How its dates were read, in a sentence; nothing where they can be read in one way only.</summary>
    public string? DatesRead { get; init; }

    /// <summary>The first business day in it.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last business day in it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What it adds.</summary>
    public ImportAdds Adds { get; init; } = new(0, 0, 0, 0);

    /// <summary>What it has beside sales and refunds.</summary>
    public IReadOnlyList<FactCount> Others { get; init; } = [];

    /// <summary>Sales and refunds that are in the shop already.</summary>
    public long AlreadyHere { get; init; }

    /// <summary>Sales of which the file tells and that were corrected, refunded or recorded here: they stay as they are.</summary>
    public long ByHand { get; init; }

    /// <summary>Sales of which the file says another sum than they have here.</summary>
    public DifferingSales Differing { get; init; } = DifferingSales.None;

    /// <summary>Gross sales that it adds, in minor units.</summary>
    public long Gross { get; init; }

    /// <summary>Why rows do not go in, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];

    /// <summary>The first sales and refunds of it.</summary>
    public IReadOnlyList<ImportExample> Examples { get; init; } = [];

    /// <summary>The first sales and refunds that are in the shop already.</summary>
    public IReadOnlyList<ImportExample> HereExamples { get; init; } = [];

    /// <summary>The first products that it adds, by name and code.</summary>
    public IReadOnlyList<string> NewProducts { get; init; } = [];

    /// <summary>The first rows that do not go in.</summary>
    public IReadOnlyList<RejectedRow> RejectedRows { get; init; } = [];

    /// <summary>What a person said of how the file is to be read, at the upload or when they looked at the preview.</summary>
    public IReadOnlyList<PartChoice> PartChoices { get; init; } = [];

    /// <summary>The tables of the file and how each is read, so that it is read alike when it is applied.</summary>
    public IReadOnlyList<ImportPart> Parts { get; init; } = [];

    /// <summary>What else is in the file.</summary>
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];

    /// <summary>The file with the rejected rows, in the file store.</summary>
    public Guid? RejectedFile { get; init; }

    /// <summary>Whether that file is a ZIP of several.</summary>
    public bool RejectedIsZip { get; init; }

    /// <summary>The channels that it made.</summary>
    public IReadOnlyList<Guid> ChannelsMade { get; init; } = [];

    /// <summary>What is kept once for the whole shop and was brought, for there was none: by the name of its file.</summary>
    public IReadOnlyList<string> SettingsMade { get; init; } = [];

    /// <summary>How many payments of buyers stand in it, where it is a file of payments.</summary>
    public long Payments { get; init; }

    /// <summary>The suppliers and makers that it made.</summary>
    public IReadOnlyList<Guid> AlsoMade { get; init; } = [];

    /// <summary>While it is taken back: how many of its sales stay because other files tell of them too.</summary>
    public int AlsoTold { get; init; }

    /// <summary>What stayed when it was taken back, and why, in a sentence.</summary>
    public string? Kept { get; init; }

    /// <summary>What a person chose before it was applied.</summary>
    public ImportChoices Choices { get; init; } = new();

    /// <summary>How many choices of products come with a number of pieces that could be taken over.</summary>
    public long StockOffered { get; init; }

    /// <summary>How many prices differ from those that are here.</summary>
    public long PricesDiffer { get; init; }

    /// <summary>The makers that it names and the shop does not have.</summary>
    public IReadOnlyList<string> MakersOffered { get; init; } = [];

    /// <summary>The titles of lines without a code that no product is called, those with most lines first.</summary>
    public IReadOnlyList<TitleMatch> Titles { get; init; } = [];

    /// <summary>The range as a period, where there is one.</summary>
    [JsonIgnore]
    public Period? Range => From is { } from && To is { } to ? new Period(from, to) : null;

    /// <summary>What a person said of a part.</summary>
    public PartChoice ChoiceOf(int part) => PartChoices.FirstOrDefault(choice => choice.Part == part) ?? PartChoices.FirstOrDefault(choice => choice.Part is null) ?? new PartChoice();

    /// <summary>The part that a row of the upload stands in.</summary>
    public ImportPart PartOf(int row) => Parts.Last(part => part.FirstRow < row);

    /// <summary>The plan kept with an import; an empty one before it was read.</summary>
    public static ImportPlan Of(Import import) =>
        import.Plan is null ? new ImportPlan() : JsonSerializer.Deserialize<ImportPlan>(import.Plan, JsonSerializerOptions.Web)!;

    /// <summary>The plan as it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>How many rows of each kind an import adds.</summary>
/// <param name="Sales">Sales.</param>
/// <param name="Refunds">Refunds.</param>
/// <param name="Products">Products.</param>
/// <param name="Customers">Customers.</param>
/// <param name="Completed">Sales that are here already and of which the file knows more.</param>
public sealed record ImportAdds(long Sales, long Refunds, long Products, long Customers, long Completed = 0);

/// <summary>How many facts of one kind beside sales and refunds a file has, such as fees.</summary>
/// <param name="One">How one of them is called.</param>
/// <param name="Many">How several are called.</param>
/// <param name="Adds">How many it adds.</param>
/// <param name="AlreadyHere">How many are in the shop already.</param>
/// <param name="Completes">How many that are here say more with it.</param>
/// <param name="Examples">The first that it adds, in a few words each.</param>
public sealed record FactCount(string One, string Many, long Adds, long AlreadyHere, long Completes = 0, IReadOnlyList<string>? Examples = null);

/// <summary>A reason and how many rows do not go in for it.</summary>
/// <param name="Reason">The reason in a few words.</param>
/// <param name="Count">How many rows.</param>
public sealed record ReasonCount(string Reason, long Count);
