using ArtisansCorner.Importing;

namespace ArtisansCorner.Tests.Importing;

public sealed class ZipTests
{
    private const string Sale = "order,date,title,unit price\n1,2026-01-05,Mug,10.00\n";

    public static TheoryData<string, string> Refused => new()
    {
        { "a path that leads out", "leads out of it" },
        { "an absolute path", "leads out of it" },
        { "a ZIP in a ZIP", "ZIP in this ZIP" },
        { "a ZIP in a ZIP by another name", "ZIP in this ZIP" },
        { "a password", "protected by a password" },
        { "too many files", "more than 1,000 files" },
        { "a bomb", "500 MB" },
        { "a lie about its size", "looks damaged" },
        { "nothing", "nothing in this file" },
        { "only pictures", "no table in this ZIP" },
        { "only unknown tables", "“a.csv”" },
        { "a file that is cut off", "“a.csv”: This file ends inside a quoted cell" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_ZIP_that_cannot_be_read_without_harm_or_loss_is_refused_with_a_sentence(string what, string sentence)
    {
        using var pipeline = new Pipeline();
        var (read, problem) = await pipeline.ReadAsync(Made(what));
        Assert.Null(read);
        Assert.Contains(sentence, problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_are_read_and_what_else_is_in_it_is_named()
    {
        using var pipeline = new Pipeline();
        var (read, _) = await pipeline.ReadAsync(Packed.Zip(
            ("march/", ""), ("march/sales.csv", Sale), ("march/read me.txt", "Dear maker, here are your sales."), ("logo.png", "PNG"), ("picture.csv", "\u0089PNG"),
            ("__MACOSX/march/._sales.csv", "x"), ("march/more.tsv", "date\ttitle\tunit price\n2026-01-06\tBowl\t10.00\n"),
            ("march/book.xlsx", "date,title,unit price\n2026-01-06,Bowl,10.00\n")));
        Assert.Equal(["march/sales.csv", "march/read me.txt", "picture.csv", "march/more.tsv"], read!.Parts.Select(part => part.Name));
        // A CSV called .xlsx is not what it says.
        Assert.Equal(["logo.png", "march/book.xlsx"], read.PassedOver.Select(file => file.Name));
        Assert.Equal(2, read.Draft.Orders.Count);
        Assert.Equal(2, read.Parts.Count(part => part.Problem is not null));
    }

    [Fact]
    public async Task Overlapping_exports_in_one_ZIP_are_each_order_once()
    {
        using var pipeline = new Pipeline("US", "USD");
        const string shopify = "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price\n";
        const string first = "#1,a@example.org,paid,USD,30.00,0.00,0.00,30.00,0.00,2026-03-15 00:30:00 -0400,1,Mug,10.00\n#1,a@example.org,,,,,,,,2026-03-15 00:30:00 -0400,1,Bowl,20.00\n";
        const string second = "#2,a@example.org,paid,USD,10.00,0.00,0.00,10.00,0.00,2026-03-16 00:30:00 -0400,1,Mug,10.00\n";
        var (read, problem) = await pipeline.ReadAsync(Packed.Zip(("march.csv", shopify + first + second), ("spring.csv", shopify + first)));
        Assert.Null(problem);
        Assert.Equal(["#1", "#2"], read!.Draft.Orders.Select(order => order.Number).Order());
        Assert.Equal(3, read.Draft.Orders.Sum(order => order.Lines));
        Assert.Equal(["this row is in the file twice"], read.Draft.Rejections.Select(row => row.Reason).Distinct());
    }

    [Fact]
    public async Task A_part_can_be_left_out()
    {
        using var pipeline = new Pipeline();
        var (read, _) = await pipeline.ReadAsync(Packed.Zip(("a.csv", Sale), ("b.csv", Sale.Replace("1,", "2,", StringComparison.Ordinal))), new PartChoice { Part = 0, LeaveOut = true });
        Assert.Equal("2", Assert.Single(read!.Draft.Orders).Number);
    }

    private static byte[] Made(string what) => what switch
    {
        "a path that leads out" => Packed.Zip(("../../etc/sales.csv", Sale)),
        "an absolute path" => Packed.Zip(("/etc/sales.csv", Sale)),
        "a ZIP in a ZIP" => Packed.Zip(("inner.zip", Packed.Zip(("a.csv", Sale)))),
        "a ZIP in a ZIP by another name" => Packed.Zip(("inner.csv", Packed.Zip(("a.csv", Sale)))),
        "a password" => Encrypted(Packed.Zip(("a.csv", Sale))),
        "too many files" => Packed.Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.csv", Sale))]),
        "a bomb" => Packed.Zip(("a.csv", new byte[200 * 1024 * 1024])),
        "a lie about its size" => Lying(Packed.Zip(("a.csv", new string('x', 5000)))),
        "nothing" => Packed.Zip(("empty/", "")),
        "only pictures" => Packed.Zip(("a.png", "PNG")),
        "only unknown tables" => Packed.Zip(("a.csv", "color,weight\nblue,3\n"), ("b.csv", "name,age\nAda,3\n")),
        _ => Packed.Zip(("a.csv", Sale + "2,2026-01-05,\"Mu"), ("b.csv", Sale)),
    };

    private static byte[] Encrypted(byte[] zip)
    {
        zip[6] |= 1;
        zip[Directory(zip) + 8] |= 1;
        return zip;
    }

    private static byte[] Lying(byte[] zip)
    {
        BitConverter.TryWriteBytes(zip.AsSpan(Directory(zip) + 24), 10);
        return zip;
    }

    private static int Directory(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
}
