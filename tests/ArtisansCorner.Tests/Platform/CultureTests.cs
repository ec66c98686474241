using System.IO.Compression;
using System.Net;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;

namespace ArtisansCorner.Tests.Platform;

/// <summary>The product on a machine that speaks another language, as a process of its own.</summary>
public sealed class CultureTests(AppOnSqlite app)
{
    [Fact]
    public async Task Where_years_are_counted_otherwise_everything_is_called_as_everywhere()
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-culture-").FullName, Product.FreePort());
        try
        {
            // Thailand's year is 2569.
            await using var product = await Product.StartAsync(folder, port, null, ("LC_ALL", "th_TH.UTF-8"));
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = product.Address };
            var made = await new ApiClient(http, "/api/v1/").PostAsync(
                "auth/register", new { email = "noi@clay.example", password = TestShop.Password, shopName = "Clay", country = "GB", currency = "GBP", timeZone = "Europe/London" });
            var shop = new TestShop(app, http, (Guid)made.Is(201)["shopId"], "clay", "noi@clay.example");
            await shop.ImportAsync(Files.Csv("kind,order,date,title,quantity,unit price", "sale,1,2026-01-05,Mug,2,1250.00", "refund,1,2026-01-07,Mug,1,1250.00"));

            using var answer = await http.GetAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.StartsWith("artisans-corner-20", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
            using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            using var refunds = new StreamReader(archive.Entries.Single(entry => entry.Name == "refunds.csv").Open());
            Assert.Contains("1 refund 2026-01-07", await refunds.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
