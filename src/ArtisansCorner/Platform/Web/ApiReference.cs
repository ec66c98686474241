using System.Net.Mime;
using ArtisansCorner.Platform.Database;
using Microsoft.OpenApi;

namespace ArtisansCorner.Platform.Web;

/// <summary>The API's description for programs, a page that people can read it on, and the signs of life for the operator.</summary>
public static class ApiReference
{
    private static string PageWith(string nonce) =>
        $$$"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>API · Artisan’s Corner</title>
          <meta property="csp-nonce" content="{{{nonce}}}">
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        </head>
        <body>
          <script id="api-reference" type="application/json" data-url="/openapi/v1.json"
            data-configuration='{"withDefaultFonts":false,"showDeveloperTools":"never","telemetry":false,"proxyUrl":"","hideClientButton":true,"agent":{"disabled":true},"mcp":{"disabled":true}}'></script>
          <script src="/api-reference.js"></script>
          <noscript>The machine-readable description is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</noscript>
        </body>
        </html>
        """;

    /// <summary>Registers the description.</summary>
    public static IServiceCollection AddApiReference(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Artisan's Corner",
                    Version = "v1",
                    Description = "Money is a whole number of minor units beside a currency, days are yyyy-MM-dd in the shop's time zone, instants are RFC 3339 in UTC. " +
                        "Lists answer { items, next }; send next as cursor. What is made takes an Idempotency-Key. Refusals are problem details (RFC 9457) with errors by field.",
                    License = new OpenApiLicense { Name = "Apache-2.0" },
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal token from POST /api/v1/auth/token." },
                    ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "ac-session", Description = "The cookie of a signed-in browser." },
                };
                document.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] },
                ];
                return Task.CompletedTask;
            });
        });
        return services;
    }

    /// <summary>Serves description, page and signs of life. The description is made once and remembered, for making it takes longer than any answer.</summary>
    public static void MapApiReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").CacheOutput(policy => policy.Expire(TimeSpan.FromDays(1)));
        app.MapGet("/docs/api", (HttpContext http) => Results.Content(PageWith(SecurityHeaders.AllowStylesByNonce(http)), MediaTypeNames.Text.Html)).ExcludeFromDescription();
        app.MapGet("/healthz/live", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/healthz/ready", async (AppDb db, CancellationToken cancel) =>
            await db.Database.CanConnectAsync(cancel) ? Results.Text("ready") : Results.Text("The database does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
