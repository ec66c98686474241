using System.IO.Hashing;
using System.Runtime.InteropServices;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Sales without a number are known again by what their rows mean, not by how they are written.</summary>
public abstract class UnnumberedSalesTests(App app)
{
    private const string Heading = "date,title,sku,quantity,unit price,customer email,shipping";

    private static readonly string[] Rows =
        ["2026-01-05,Mug,,2,10,Ada@example.com,3", "2026-01-05,Mug,,2,10,Ada@example.com,3", "2026-01-06,Bowl & lid,B1,1,1200.50,,", "2026-01-13 14:30,Mug,,1,10,,", "2026-01-20,Mug,,-1,10,,"];

    public sealed class OnSqlite(AppOnSqlite app) : UnnumberedSalesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : UnnumberedSalesTests(app);

    public static TheoryData<string, string, string[]> Otherwise => new()
    {
        { "other spellings of dates and amounts", Heading, ["05/01/2026,Mug,,2.00,£10.00,ada@example.com,3.00", "5 Jan 2026,Mug,,2,10.0,Ada@example.com,3", "2026-01-06 00:00:00,Bowl &amp; lid,b1,,\"1,200.50\",,0", "13/01/2026 14:30,Mug,,1,10.00,,", "20/01/2026,Mug,,-1,10.00,,"] },
        { "columns in another order, an empty one and one that nobody knows", "my mood,shipping,note,customer email,unit price,quantity,sku,title,date", ["good,3,,Ada@example.com,10,2,,Mug,2026-01-05", "bad,3,,Ada@example.com,10,2,,Mug,2026-01-05", ",,,,1200.50,1,B1,Bowl & lid,2026-01-06", ",,,,10,1,,Mug,2026-01-13 14:30", ",,,,10,-1,,Mug,2026-01-20"] },
        { "the channel that is meant and the kind in words", $"{Heading},channel,kind", [.. Rows.Select(row => $"{row.Replace(",-1,", ",1,", StringComparison.Ordinal)},Manual,{(row.Contains("-20", StringComparison.Ordinal) ? "refund" : "sale")}")] },
    };

    [Theory]
    [MemberData(nameof(Otherwise))]
    public async Task A_file_that_is_written_otherwise_adds_nothing(string how, string heading, string[] rows)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, Rows));
        var read = await shop.ReadAsync(Files.Csv(heading, rows));
        Assert.Equal((how, 0, 0, 5, 0), (how, (int)read["adds"]["sales"], (int)read["adds"]["refunds"], (int)read["alreadyHere"], (int)read["rejected"]));
    }

    [Theory]
    [InlineData("2026-01-07,Bowl & lid,B1,1,1200.50,,")]
    [InlineData("2026-01-06,Bowl,B1,1,1200.50,,")]
    [InlineData("2026-01-06,Bowl & lid,B2,1,1200.50,,")]
    [InlineData("2026-01-06,Bowl & lid,B1,2,1200.50,,")]
    [InlineData("2026-01-06,Bowl & lid,B1,1,1200.51,,")]
    [InlineData("2026-01-06,Bowl & lid,B1,1,1200.50,ada@example.com,")]
    [InlineData("2026-01-06,Bowl & lid,B1,1,1200.50,,3")]
    public async Task What_means_something_else_is_another_sale(string row)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, Rows));
        Assert.Equal((1, 0), await AgainAsync(shop, Files.Csv(Heading, row)));
    }

    [Fact]
    public async Task Sales_that_were_numbered_by_the_text_of_their_cells_are_found_again()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (index, number) in ((string[])[$"{Former("2026-01-05", "Mug", "10")}-1", $"{Former("2026-01-05", "Mug", "10")}-2"]).Index())
        {
            var sale = (await shop.PostAsync("sales", new { channel = "Manual", externalId = number, day = "2026-01-05", lines = new[] { new { title = "Mug", unitPrice = 1000 } } })).Is(201);
            if (index > 0) continue;
            var back = new { externalId = $"{Former("2026-01-20", "Mug", "10", "refund")}-1 refund 2026-01-20", lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } };
            (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", back)).Is(201);
        }

        const string row = "2026-01-05,Mug,10";
        Assert.Equal((0, 2), await AgainAsync(shop, Files.Csv("date,title,unit price", row, row)));
        Assert.Equal((0, 1), await AgainAsync(shop, Files.Csv("date,title,unit price,kind", "2026-01-20,Mug,10,refund")));
        var third = await shop.ImportAsync(Files.Csv("date,title,unit price", row, row, row));
        Assert.Equal((1, 2), ((int)third["adds"]["sales"], (int)third["alreadyHere"]));
        await shop.AddsNothingAsync(Files.Csv("date,title,unit price", row, row, row));
    }

    private static string Former(params string[] cells)
    {
        var hash = new XxHash128();
        foreach (var cell in cells)
        {
            hash.Append(MemoryMarshal.AsBytes(cell.AsSpan()));
            hash.Append("\0"u8);
        }

        return $"row {(ulong)(hash.GetCurrentHashAsUInt128() >> 64):x16}";
    }

    private static async Task<(int Added, int Here)> AgainAsync(TestShop shop, string file)
    {
        var read = await shop.ReadAsync(file);
        return ((int)read["adds"]["sales"] + (int)read["adds"]["refunds"], (int)read["alreadyHere"]);
    }
}
