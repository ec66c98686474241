using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GalleryPayments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Attachment",
                table: "Emails",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttachmentName",
                table: "Emails",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerTerms",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LocationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Share = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerTerms_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GalleryPayments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LocationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordedThrough = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GalleryPayments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GalleryPayments_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sales_LocationId",
                table: "Sales",
                column: "LocationId",
                filter: "\"LocationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FormerTerms_LocationId",
                table: "FormerTerms",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerTerms_ShopId_LocationId_Until",
                table: "FormerTerms",
                columns: new[] { "ShopId", "LocationId", "Until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GalleryPayments_LocationId",
                table: "GalleryPayments",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_GalleryPayments_ShopId_LocationId_Day",
                table: "GalleryPayments",
                columns: new[] { "ShopId", "LocationId", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerTerms");

            migrationBuilder.DropTable(
                name: "GalleryPayments");

            migrationBuilder.DropIndex(
                name: "IX_Sales_LocationId",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "Attachment",
                table: "Emails");

            migrationBuilder.DropColumn(
                name: "AttachmentName",
                table: "Emails");
        }
    }
}
