using System.Text;
using ArtisansCorner.Importing.Formats;

namespace ArtisansCorner.Importing;

/// <summary>The template of our own sales format, with a few rows that show how it is meant.</summary>
public static class SalesTemplate
{
    private static readonly string[] Rows =
    [
        "1001,2026-03-14 10:30,Own site,ada@example.com,Ada Lowe,GB,MUG-SPECKLED,Speckled mug,2,24.00,,5.00,4.50,,,1.85,Gift wrapped,sale",
        "1001,2026-03-14 10:30,Own site,ada@example.com,Ada Lowe,GB,BOWL-SMALL,Small bowl,1,18.00,2.00,,,,,,,sale",
        "1002,2026-03-15,Spring fair,,,,MUG-SPECKLED,Speckled mug,1,24.00,,,,,,,Paid in cash,sale",
        "1001,2026-03-20,Own site,ada@example.com,Ada Lowe,GB,BOWL-SMALL,Small bowl,1,16.00,,,,,,,Chipped in the post,refund",
    ];

    /// <summary>What the file is called.</summary>
    public const string FileName = "artisans-corner-sales.csv";

    /// <summary>The file, in UTF-8 with a mark so that spreadsheets read it rightly.</summary>
    public static byte[] Bytes { get; } =
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [string.Join(',', OwnSalesColumns.Template), .. Rows, ""]))];
}
