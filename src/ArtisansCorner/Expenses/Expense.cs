using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Expenses;

/// <summary>What was spent on the business beside goods and materials, which purchases tell of. Amounts are minor units of the shop's currency.</summary>
public sealed class Expense : IBelongsToShop, INumbered
{
    /// <summary>No name of who was paid is longer.</summary>
    public const int LongestPayee = 200;

    /// <summary>No category is longer.</summary>
    public const int LongestCategory = 60;

    /// <summary>No number of an invoice or a receipt is longer.</summary>
    public const int LongestNumber = 100;

    /// <summary>No note is longer.</summary>
    public const int LongestNote = 1000;

    /// <summary>No search text is longer.</summary>
    public const int LongestSearch = 1400;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day it was paid on.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>Who was paid, where that was said.</summary>
    public string? Payee { get; set; }

    /// <summary>What it was for, such as “Packaging”.</summary>
    public required string Category { get; set; }

    /// <summary>The category as it is compared.</summary>
    public required string CategoryKey { get; set; }

    /// <summary>How much, tax included; more than nothing.</summary>
    public required long Amount { get; set; }

    /// <summary>The tax that is contained in it.</summary>
    public long Tax { get; set; }

    /// <summary>The number of the invoice or the receipt.</summary>
    public string? Number { get; set; }

    /// <summary>What is to be remembered.</summary>
    public string? Note { get; set; }

    /// <summary>Payee, category, number and note as searches compare them.</summary>
    public required string Search { get; set; }

    /// <summary>What it is told apart by when a file brings it again; nothing when a person typed it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>Counts its changes, so that two people do not overwrite each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }

    /// <summary>When it was taken away; it can be brought back, and the same file does not bring it again.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>A category or a payee as it is compared: lower case, no accents, single spaces.</summary>
    public static string KeyOf(string text) => SearchText.Of(text).UpTo(LongestCategory);

    /// <summary>The search text of these.</summary>
    public static string SearchOf(string? payee, string category, string? number, string? note) => SearchText.Of(payee, category, number, note).UpTo(LongestSearch);
}
