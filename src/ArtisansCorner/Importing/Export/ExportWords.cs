using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Export;

/// <summary>What an export says of itself.</summary>
internal static class ExportWords
{
    /// <summary>What of a shop is deliberately not in it.</summary>
    public static IReadOnlyList<string> NotIncluded { get; } =
    [
        "members, their settings, sign-ins and tokens: they belong to people, not to the shop",
        "webhooks and the secrets of connected platforms: they are made anew where they are used",
        "the files that were brought in, and what was said of their columns",
        "e-mails that were sent, and alerts: those are raised anew from what is low",
        "figures, scores and groups: they are worked out again from the facts",
    ];

    /// <summary>The text that lies beside the files.</summary>
    public static string Readme(ShopFacts shop) =>
        $"""
        # {shop.Name.ReplaceLineEndings(" ")}: everything that was written down

        Each CSV file is one kind of row. Amounts are the smallest unit of {shop.Currency.Code}; days are days of the shop on the clock of {shop.TimeZone}, times are UTC.
        A text that a spreadsheet could take for a formula has an apostrophe before it. In `photos` lie the pictures of products, each under the id of its row in photos.csv.
        `manifest.json` says how many rows each file has, and what its whole numbers come to.

        Drop the ZIP on Import: in the same shop what is missing goes in, in a new shop with the same currency all of it.

        Not in it:

        {string.Join('\n', NotIncluded.Select(what => $"* {what}"))}

        It holds names and addresses of customers. Keep it where nobody else can read it.

        """;
}
