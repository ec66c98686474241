using System.Text;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Whatever happened to a file on its way, it is read or refused with a sentence: never a surprise, never half of it.</summary>
public abstract class DamagedFileTests(App app)
{
    private const int Many = 10_000;
    private const int Some = 150;

    private static readonly byte[] Table = Encoding.UTF8.GetBytes(string.Concat(
        "order,date,channel,customer email,sku,title,quantity,unit price,discount,shipping,tax,note\n",
        string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},2026-01-{i % 28 + 1:00},Etsy,c{i % 5}@example.com,SKU{i % 7},\"Mug, blue \"\"{i}\"\"\",{i % 3 + 1},\"1,{i:000}.50\",1.00,4.50,0.00,\"two\nlines\"\n"))));

    private static readonly byte[] Workbook = Packed.Workbook([["order", "date", "title", "quantity", "unit price"], .. Enumerable.Range(1, 20).Select(i => new[] { $"{i}", $"2026-01-{i:00}", "Mug", "1", "10.50" })]);

    private static readonly byte[] Archive = Packed.Zip(("sales.csv", Table), ("book.xlsx", Workbook), ("read me.txt", "Hello"u8.ToArray()));

    public sealed class OnSqlite(AppOnSqlite app) : DamagedFileTests(app)
    {
        [Fact]
        public async Task Ten_thousand_damaged_files_are_each_read_or_refused_with_a_sentence()
        {
            using var pipeline = new Pipeline();
            var (count, read) = (0, 0);
            await Gen.Int[0, int.MaxValue - 1].SampleAsync(
                async seed =>
                {
                    var (found, problem) = await pipeline.ReadAsync(Damaged(new Random(seed)));
                    if (found is null)
                    {
                        Assert.Matches("^[A-Z“].*[.”)]$", problem!.Message.ReplaceLineEndings(" "));
                        return;
                    }

                    Interlocked.Increment(ref read);
                    // Never half an order: where a row of one is wrong, all of its rows are set aside.
                    var rejected = found.Draft.Rejections.Select(row => row.Row).ToHashSet();
                    Assert.DoesNotContain(found.Draft.Orders.SelectMany(found.Draft.LinesOf), line => rejected.Contains(line.Row));
                    Assert.True(found.Draft.Rejections.All(row => row.Reason.Length > 0));
                    if (Interlocked.Increment(ref count) % 1000 == 0) GC.Collect();
                },
                iter: Many, threads: 2);
            TestContext.Current.TestOutputHelper?.WriteLine($"{read:N0} of {Many:N0} could be read");
            Assert.InRange(read, 1, Many - 1);
        }
    }

    public sealed class OnPostgres(AppOnPostgres app) : DamagedFileTests(app);

    [Fact]
    public async Task Through_the_API_a_damaged_file_is_never_a_failure_of_ours_and_changes_nothing_by_itself()
    {
        var shop = await app.OpenShopAsync();
        foreach (var seed in Enumerable.Range(0, Some))
        {
            var import = await shop.ReadAsync(Damaged(new Random(seed)));
            if ((string?)import["status"] == "failed") Assert.DoesNotContain("on our side", (string?)import["error"], StringComparison.Ordinal);
        }

        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    private static byte[] Damaged(Random random)
    {
        var file = (random.Next(3) switch { 0 => Table, 1 => Workbook, _ => Archive }).ToArray();
        for (var times = random.Next(1, 4); times > 0 && file.Length > 4; times--)
        {
            var at = random.Next(file.Length);
            var length = random.Next(1, Math.Min(200, file.Length - at) + 1);
            file = random.Next(7) switch
            {
                0 => Flipped(file, random),
                1 => file[..at],
                2 => [.. file[..at], .. file[(at + length)..]],
                3 => [.. file[..(at + length)], .. file[at..]],
                4 => [.. file[..at], .. Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)), .. file[at..]],
                5 => Encoding.Latin1.GetBytes(Moved(Encoding.Latin1.GetString(file), random)),
                _ => [.. file[..at], .. "\",;\t\r\n'="u8, .. file[at..]],
            };
        }

        return file;
    }

    private static byte[] Flipped(byte[] file, Random random)
    {
        for (var i = random.Next(1, 20); i > 0; i--) file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static string Moved(string text, Random random)
    {
        var lines = text.Split('\n');
        var from = random.Next(lines.Length);
        var cells = lines[from].Split(',');
        lines[from] = string.Join(',', cells.Skip(random.Next(cells.Length)).Concat(cells.Take(random.Next(cells.Length))));
        return string.Join('\n', lines);
    }
}
