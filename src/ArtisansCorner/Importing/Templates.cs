using System.Text;
using ArtisansCorner.Importing.Formats.Own;
using ArtisansCorner.Platform.Files;

namespace ArtisansCorner.Importing;

/// <summary>Our own formats as files to fill in, each with a few rows that show how it is meant.</summary>
public static class Templates
{
    private static readonly string[] Sales =
    [
        "1001,2026-03-14 10:30,Own site,ada@example.com,Ada Lowe,GB,MUG-SPECKLED,Speckled mug,2,24.00,,5.00,4.50,,,1.85,Gift wrapped,sale",
        "1001,2026-03-14 10:30,Own site,ada@example.com,Ada Lowe,GB,BOWL-SMALL,Small bowl,1,18.00,2.00,,,,,,,sale",
        "1002,2026-03-15,Spring fair,,,,MUG-SPECKLED,Speckled mug,1,24.00,,,,,,,Paid in cash,sale",
        "1001,2026-03-20,Own site,ada@example.com,Ada Lowe,GB,BOWL-SMALL,Small bowl,1,16.00,,,,,,,Chipped in the post,refund",
    ];

    private static readonly string[] Products =
    [
        "Speckled mug,,MUG-SPECKLED,24.00,5012345678900,Mugs,\"blue, gift\",\"Stoneware, holds 350 ml\",,active,3,12,7.50",
        "Bowl,Small,BOWL-SMALL,18.00,,Bowls,,,,active,2,8,5.00",
        "Bowl,Large,BOWL-LARGE,32.00,,Bowls,,,,active,2,4,9.00",
        "Portrait of a cat,,,140.00,,Commissions,,From your photo,,made to order,,,",
    ];

    private static readonly string[] Customers = ["ada@example.com,Ada Lowe,Bath,Somerset,GB,BA1 1AA", "bob@example.com,Bob Reed,Leeds,,GB,"];

    private static readonly string[] Materials =
    [
        "Stoneware clay,CLAY,Clay,g,kg,,12500,1.48,2000",
        "Olive oil,OIL,Oils,ml,bottle,750,3000,9.90,1500",
        "Gift box,BOX,Packaging,piece,,,40,0.85,20",
    ];

    private static readonly string[] Purchases =
    [
        "Potter's Supplies,PS-2041,2026-02-11,CLAY,25,kg,1.48,,6.50,,3.00,2026-02-14,",
        "Potter's Supplies,PS-2041,2026-02-11,BOX,100,,,85.00,,,,2026-02-14,",
        "Oils & Co,,2026-02-20,OIL,4,bottle,9.90,,,,,,On its way",
    ];

    private static readonly string[] Expenses =
    [
        "2026-03-01,Hill Farm Studios,Studio rent,320.00,,2026-03,",
        "2026-03-14,Spring Fair Ltd,Fairs and stalls,85.00,14.17,SF-118,Stall 14",
        "2026-03-20,Print & Pack,Packaging,42.50,7.08,,Tissue paper",
    ];

    /// <summary>Each by its name: what it is for, and the file in UTF-8 with a mark so that spreadsheets read it rightly.</summary>
    public static IReadOnlyList<Template> All { get; } =
    [
        Of("sales", "Sales and refunds", OwnSalesColumns.Template, Sales),
        Of("products", "Products and how many there are", OwnProductsColumns.Template, Products),
        Of("materials", "Materials and how much there is", OwnMaterialsColumns.Template, Materials),
        Of("customers", "Customers", OwnCustomersFormat.Template, Customers),
        Of("purchases", "Purchases, line by line", OwnPurchasesColumns.Template, Purchases),
        Of("expenses", "Expenses", OwnExpensesColumns.Template, Expenses),
    ];

    /// <summary>The template of this name, of sales when none is said; nothing where there is none.</summary>
    public static Template? Find(string? name) => All.FirstOrDefault(template => template.Name == (string.IsNullOrEmpty(name) ? "sales" : name));

    private static Template Of(string name, string title, IReadOnlyList<string> headings, string[] rows) =>
        new(name, title, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Line(headings) + string.Join("\r\n", [.. rows, ""]))]);
}

/// <summary>A file to fill in.</summary>
/// <param name="Name">Its name for programs.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Bytes">The file.</param>
public sealed record Template(string Name, string Title, byte[] Bytes)
{
    /// <summary>What the file is called.</summary>
    public string FileName => $"artisans-corner-{Name}.csv";
}
